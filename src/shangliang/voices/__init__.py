"""来声: public-opinion reports, micro-research, citizens' matters, firms' difficulties."""
