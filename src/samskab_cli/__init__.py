"""Readiness self-assessment for co-creation ("samskabelse"), about one issue at a time."""

__version__ = "0.2.0"
