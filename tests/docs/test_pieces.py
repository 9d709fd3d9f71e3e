"""Texts are taken to pieces as a reader sees them."""

from __future__ import annotations

from tests.docs.pieces import markdown, terminal, without


def test_heads_labels_and_sentences_of_markdown_are_told_apart() -> None:
    text = """\
# The gap

The **gap** is `gap`:
it has no end. Gap: what is missing.

| Need | Gap |
| --- | ---: |
| Bills | the \\| gap |

```yaml
gap: 1
```

<details><summary>All gaps</summary></details>

█ planned, ▒ running
"""
    assert list(markdown(text)) == [
        ("label", "All gaps"),
        ("label", "The gap"),
        ("sentence", "The gap is ⟨⟩: it has no end. Gap: what is missing."),
        ("label", "Gap:"),
        ("head", "Need"),
        ("head", "Gap"),
        ("sentence", "Bills"),
        ("sentence", "the | gap"),
        ("sentence", "All gaps"),
        ("sentence", "█ planned, ▒ running"),
        ("label", "planned"),
        ("label", "running"),
    ]


def test_wrapped_prose_of_a_terminal_is_one_sentence_and_columns_are_several() -> None:
    text = """\
\x1b[1mTitle\x1b[0m

- It waits a
  while.
- And `so`.
12 |  quoted: line
Gap  Then
"""
    assert list(terminal(text, cells=True)) == [
        ("sentence", "Title"),
        ("sentence", "It waits a while."),
        ("sentence", "And ⟨⟩."),
        ("label", "Gap"),
        ("sentence", "Gap"),
        ("label", "Then"),
        ("sentence", "Then"),
    ]


def test_what_users_wrote_is_theirs_however_it_is_wrapped() -> None:
    text = "Mind the\n  gap waits for The gap"

    assert without(text, ["Mind the gap"]) == "⟨⟩ waits for The gap"


def test_console_output_in_a_document_is_read_and_its_commands_are_not() -> None:
    text = "```console\n$ roadmap dear\nAll of it.\n```\n"

    assert list(markdown(text)) == [("sentence", "All of it.")]
