"""Programme: what couples are asked to do, step by step; here as data that is shipped, copied and kept in versions."""
