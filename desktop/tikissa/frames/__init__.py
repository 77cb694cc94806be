"""What the program offers to Python: the same core on pandas DataFrames, loaded only when it is asked for."""
