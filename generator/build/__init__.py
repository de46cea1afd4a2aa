"""Document → IR: what the API is called, typed, ordered and imported, as frozen values. Nothing is
refused here."""
