"""What made the language engine: readers, model, loop, export, evaluation (see ``MODEL_CARD.md``)."""
