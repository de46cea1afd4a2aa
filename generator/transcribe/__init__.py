"""A documentation page → the facts it states (`spec/pages/`) and a draft of `spec/paths/`.

What a page says is read here and nowhere else; the rest of the generator never sees a page.
"""
