"""What every page and script is made with: addresses, words of the interface, data as scripts."""
