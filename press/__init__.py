"""The press: manuscripts in, a searchable site and printed handouts out.

Data flows one way, from the top of this drawing to the bottom. A module knows those above it and none below it; the
import contracts in pyproject.toml keep it so.

    toolkits/**   stories/**   docs/**
          └───────────┼──────────┘
              source.read          one file: front matter and body, with line numbers (pasted: what nobody sees goes;
                      │            twice: what a merge or a second block left)
                      │            (markdown: the one dialect; outline: sections and steps; prose: sentences)
              library.load         every manuscript, checked field by field (model, messages; stray: in the wrong place)
                      │
                  Library ───────▶ checks.run ───▶ Problems ───▶ terminal · pull request
                      │            (reading_grade: a table for the editor; changes ─▶ summary ─▶ proposal: a comment
                      │            for a proposal, from data that strict_json lets through)
                      │
           edition.prepare(channel)                the one consent gate: outputs take an Edition, and get at nothing else
             web │        │ print                  (intake: today's editions, with what is wrong; fallback: those of the
                 │        │                        last published texts, with today's consents over them)
                 │   handouts.sheets ─▶ handouts.pdf ─▶ handouts.json and *.pdf
                 │                                          │ handouts.kept: what of an earlier day today's edition allows
              pages.bind ◀──────────────────────────────────┘  a book of plain Markdown (layout, links, glossary, templates/;
            │          │                                       lists: what is in it, find: by what, tiles: from where;
            │          │                                       arc: a toolkit's time; extracts, related: what to read on;
            │          │                                       offers: what to download; bodies: boxes and bands;
            │          │                                       redirects: from old addresses)
     mkdocs_plugin   export ───▶ Markdown for another site generator
            │                    (pictures: without metadata; clean: without harm; cite: references;
            │                     history: when a manuscript was last changed; theme/: the look;
            │                     known, cards, linked: feeds, pictures and schema.org data for other programs)
         search ──▶ publish ───▶ site/             looked over (soundness), then put in place in one step

`form`, `form_rules` and `form_faults` turn `schema`, `messages` and the checks' own tables (through `ecmascript`)
into the form for stories, which theme/assets/press/write runs in the browser. `site.make` walks the whole way; `desk`
is the editors' own: new manuscripts, what a person must look at, stories taken down; `commands` has the commands;
`progress` says where a run is, and `stopping` lets it end in order. `disk` is all that can go wrong between a finished
folder and its place: scratch folders, the lock, the swap, and what a disk refuses, in plain words. `settings` reads
mkdocs.yml, where the addresses stand; `build_log` says what MkDocs warns of in plain words. `edition.goals` says where
links may lead, and `links` leads there what is written: for pages as tokens, for `export` as text (brackets).

Why docs/ goes the same way as the rest: its pages are read, checked, cleaned and linked like any manuscript, so nothing
reaches the site that the press has not read, and `export` is whole.

Why the press renders Markdown itself (markdown-it-py) and not MkDocs's converter: the checks, the handouts and the site then
agree on what a text says; it shows a text as GitHub does; it has no nesting that ends it; and it takes a quarter of the time.

| to add | touch |
|---|---|
| a front-matter field | a line in `model.py`; then `make fields`; its question in `form.py` |
| a check | a function in `checks/`, a row in `CHECKS`, a folder in `tests/cases/`; if the form can break it, `form_rules.py` |
| a page type | a class in `model.py`, a kind in `library.py`, a template, a method in `pages.py` |
| a handout layout | a folder in `handouts/layouts/`, a row in `LAYOUTS` |
"""
