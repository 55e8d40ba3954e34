"""The pages: what there is, what each is given, and how it becomes Markdown. Only `render` uses Jinja."""
