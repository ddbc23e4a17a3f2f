"""The review page: what a run made, looked at, searched and corrected in a browser."""
