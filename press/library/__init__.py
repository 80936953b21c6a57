"""All manuscripts: what each may say, what lies where, and what of it may appear (`edition`, the one consent gate)."""
