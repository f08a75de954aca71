"""The order of work: discover → read → check → publish → build. Below the doors, above everything else."""
