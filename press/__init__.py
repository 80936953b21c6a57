"""The press: manuscripts in, a searchable site and printed handouts out.

Data flows one way, from the top of this drawing to the bottom.

    toolkits/**   stories/**   docs/**
          └───────────┼──────────┘
          manuscript/   source.read        one text: fields, tokens, sections, sentences, links, each with its line
                      │
          library/      load               every text as one of its kind (kinds: the table of what lies where; model)
                      │
                   Library ─────▶ checks/ ───▶ Problems ───▶ terminal · pull request (review/: changes, summary, proposal)
                      │
          library/      edition.prepare    the one consent gate: outputs take an Edition, and get at nothing else
               web │     │ print
                   │     └──▶ handouts/   sheets/ (HTML) ─▶ typeset/ (PDF; knows WeasyPrint) ─▶ store/ (what may stay)
                   │                                                                              │ handouts.kept
          web/   pages.bind ◀─────────────────────────────────────────────────────────────────────┘
                   │        a book of plain Markdown: pages, lists, downloads, feeds; form/: the form for stories
                   ▼
          publishing/   mkdocs_plugin (knows MkDocs) ─▶ search_index ─▶ search_words ─▶ soundness ─▶ publish ─▶ site/
                        export ─▶ Markdown for another site generator
                        fallback: where today's texts stop a build, the last published ones, with today's consents over them
                        preview · serving: what is sound, with messages in the place of what is not; for looking at alone

A room is a folder, and uses only the rooms below it here; import contracts in pyproject.toml keep it so.

    commands              what can be typed: python -m press …
    desk/                 the editors' own: new manuscripts, what a person must look at, stories taken down
    publishing/           the whole way, from today's editions to site/ in its place
    web/                  pages that know no site generator; templates/ and theme/ are their looks
    handouts/ · review/   printed sheets, with layouts/ · a proposal, as its readers see it
    checks/               CHECKS, a table: one small module for each concern
    library/              all manuscripts: kinds, vocabulary, model, wording, load, edition
    manuscript/           one manuscript: source, markdown, outline, sentences, links, problem
    disk/ · terminal/ · fonts/    what a disk may do · where a run is, and how it ends · the typefaces

Not "build" but "publishing", since pytest, ruff and many a .gitignore pass over a folder called build.

Why docs/ goes the same way as the rest: its pages are read, checked, cleaned and linked like any manuscript, so nothing
reaches the site that the press has not read, and `export` is whole.

Why the press renders Markdown itself (markdown-it-py) and not MkDocs's converter: the checks, the handouts and the site then
agree on what a text says; it shows a text as GitHub does; it has no nesting that ends it; and it takes a quarter of the time.

What to touch for a new field, filter, check, layout, kind of page or output: docs/contributing/developers.md has a recipe for
each, and a test walks it as it is written.
"""
