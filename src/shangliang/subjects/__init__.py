"""对象·资金: things cared for over years, their money and milestones."""
