"""What is where on the site, and what every page and export may ask."""
