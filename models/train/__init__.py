"""How every learned file was made."""
