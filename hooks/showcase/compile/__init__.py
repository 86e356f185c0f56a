"""From a catalogue and its frames to a published site: targets, executor, publishing."""
