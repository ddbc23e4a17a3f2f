"""From pages of blocks to sections: headings found, levels and roles given, every block in one section.

`division` is the order of steps: headings inside paragraphs are cut free (`cutting`, `splitting`), each block is seen
beside its neighbours (`candidate`), archival papers are found (`papers`), then headings by `vetoes` and the rules of
`evidence`; `levels` orders them and `assembly` makes sections. `explanation` says which rule spoke.
"""

from pipelines.sections.division import divide

__all__ = ["divide"]
