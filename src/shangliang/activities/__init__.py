"""活动: meetings, inspections, research, study, visits; invitations and attendance."""
