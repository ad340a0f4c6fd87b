"""The command line: the same services as the pages, without Streamlit."""
