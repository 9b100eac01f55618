"""What a person may do with a job: start one, stop it."""
