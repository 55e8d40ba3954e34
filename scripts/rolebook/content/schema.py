"""The JSON Schemas that help an editor write content: made from the model, never by hand."""

import json
from collections.abc import Iterator

from pydantic import BaseModel

from rolebook.model.role import Role
from rolebook.model.settings import Settings
from rolebook.model.statistics import OfficialStatistics
from rolebook.model.vocabulary import References, Vocabulary

MODELS: dict[str, type[BaseModel]] = {
    "role": Role,
    "vocabulary": Vocabulary,
    "sources": References,
    "catalogue": Settings,
    "statistics": OfficialStatistics,
}


def schema_files() -> Iterator[tuple[str, bytes]]:
    """Each schema as (name of the file, content)."""
    for name, model in MODELS.items():
        schema = model.model_json_schema()
        if "slug" in schema["properties"]:
            # The name of the file is the slug; an editor may not write it.
            del schema["properties"]["slug"]
            schema["required"].remove("slug")
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        yield f"{name}.json", (json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()
