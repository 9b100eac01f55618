"""我的一天: three answers for each role, computed from facts: waits for me, changed, late."""
