"""Lower bounds: costs that no plan can go below."""
