"""Import of registers (名册导入): columns -> plan -> commit. A plan changes nothing."""
