"""Taggers of names: weights and their loaders."""
