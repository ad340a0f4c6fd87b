"""Pictures: functions from data to a figure, without Streamlit."""
