"""What a catalogue record is, what can be asked of many catalogues at once, and the engines that answer."""
