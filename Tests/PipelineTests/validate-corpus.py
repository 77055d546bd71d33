"""Validates a corpus folder against docs/corpus.schema.json: validate-corpus.py SCHEMA FOLDER. Says every problem, and exits 1 if there is one."""

import json
import sys

import jsonschema

schema = json.load(open(sys.argv[1], encoding="utf-8"))
folder = sys.argv[2]
jsonschema.Draft202012Validator.check_schema(schema)
problems = []


def validate(name, kind, value):
    part = {"$ref": f"#/$defs/{kind}", "$defs": schema["$defs"]}
    for error in jsonschema.Draft202012Validator(part).iter_errors(value):
        problems.append(f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")


def lines(name):
    with open(f"{folder}/{name}", encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file]


def spans(value):
    """Every object with an end inside a value."""
    if isinstance(value, dict):
        if "end" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for element in value:
            yield from spans(element)


records = lines("corpus.jsonl")
for record in records:
    validate("corpus.jsonl", "record", record)
    for span in spans(record["layers"]):
        if not 0 <= span["start"] < span["end"] <= len(record["text"]):
            problems.append(f"{record['id']}: the span {span} is empty or outside the text")
rejected = lines("rejected.jsonl")
for line in rejected:
    validate("rejected.jsonl", "rejected", line)
aggregate = json.load(open(f"{folder}/corpus.json", encoding="utf-8"))
validate("corpus.json", "aggregate", aggregate)
if [record["id"] for record in aggregate["documents"]] != sorted((record["id"] for record in records), key=str.encode):
    problems.append("corpus.json does not hold the records of corpus.jsonl, sorted")
if not records:
    problems.append("there is no record")
for problem in problems[:50]:
    print(problem)
print(f"{len(records)} records, {len(rejected)} rejected, {len(problems)} problems")
sys.exit(1 if problems else 0)
