"""What one document does not tell by itself: beside its former self, beside the site's others, beside its pages."""
