"""What a capture costs beside a bare browser script, and how much memory a long list takes."""
