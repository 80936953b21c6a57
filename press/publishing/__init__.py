"""The whole way: today's editions become site/, or the last published ones do; previews; the plugin, which alone knows MkDocs."""
