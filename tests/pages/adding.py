"""Adding data in a test of the page: choosing files, waiting for them, pressing buttons."""

from streamlit.testing.v1 import AppTest

PAGE = "pages/data/importing.py"


def upload(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    """The page once it has read these files."""
    app.file_uploader[0].set_value([(name, data, "text/plain") for name, data in files])
    return until_read(app.run())


def until_read(app: AppTest) -> AppTest:
    """Run the page until its files are read, as it does by itself in a browser."""
    while any(button.label == "Stop" for button in app.button):
        app.run()
    assert [error.message for error in app.exception] == []
    return app


def press(app: AppTest, label: str) -> AppTest:
    """The page after the button with this label was pressed."""
    (button,) = [button for button in app.button if button.label == label]
    button.click()
    return until_read(app.run())


def opened_table(app: AppTest, number: int) -> AppTest:
    """The page with the disclosure of a table of the first files open."""
    app.session_state[f"table.1.{number}"] = True
    return app.run()


def said(app: AppTest) -> str:
    """All that is written on the page, in one text."""
    return "\n".join(
        element.value
        for kind in (app.markdown, app.error, app.success, app.subheader, app.warning)
        for element in kind
    )
