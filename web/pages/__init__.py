"""Presenters: from what the service answered to one frozen context a page. They know no request and no engine."""
