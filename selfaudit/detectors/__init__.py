"""What finds things in the material and knows nothing of any policy."""
