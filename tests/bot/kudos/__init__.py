"""Kudos: thanks that others see."""
