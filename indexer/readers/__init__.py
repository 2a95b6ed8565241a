"""From bytes to one record at a time. A reader gives every item its position and never stops at a bad one."""
