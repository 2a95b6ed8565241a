"""What the crosswalks of XML formats share: elements by local name, and texts that no subfields take apart."""
