"""Answers of a form, a survey platform or Pol.is -> the office's private list of points, `contributions.csv`."""
