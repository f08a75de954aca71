"""`sikum schema`: what an editor's completion is made from."""

import json
from pathlib import Path

import jsonschema
import yaml
from click.testing import CliRunner

from generator.cli import sikum

SMALLEST = Path(__file__).parent.parent / "smallest" / "processes"


def test_the_schemas_are_written_and_know_the_sites_own_bodies(tmp_path: Path) -> None:
    """An editor offers `health` because the registry knows it."""
    result = CliRunner().invoke(sikum, ["schema", str(tmp_path), "--cms", "--site", str(SMALLEST)])
    assert result.exit_code == 0, result.output
    assert not result.stdout
    lists = ("promises", "responses")
    names = (
        "record",
        "ministries",
        "topics",
        "localities",
        "participants",
        "translation",
        *lists,
        *(f"{each}-translation" for each in lists),
    )
    assert {path.name for path in tmp_path.iterdir()} == {f"{name}.schema.json" for name in names} | {"config.yml"}
    record = json.loads((tmp_path / "record.schema.json").read_text("utf-8"))
    jsonschema.Draft7Validator.check_schema(record)
    written = yaml.safe_load((SMALLEST / "example/index.md").read_text("utf-8").split("---\n")[1])
    fields = json.loads(json.dumps(written, default=str))
    assert list(jsonschema.Draft7Validator(record).iter_errors(fields)) == []
    assert list(jsonschema.Draft7Validator(record).iter_errors({**fields, "ministry": "helth"}))
