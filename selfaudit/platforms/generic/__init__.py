"""Reading that no single platform owns: times, pictures in mark-up, linked data."""
