"""Files → one document that knows where every value was written: YAML with lines, references
followed."""
