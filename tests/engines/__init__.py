"""Drives Chromium, Firefox and WebKit by the same commands, those of Selenium; `engine.py` says what the walk may ask of each."""
