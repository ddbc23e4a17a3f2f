"""From pages of blocks to sections: headings found, levels and roles given, every block in one section."""

from pipelines.sections.division import divide

__all__ = ["divide"]
