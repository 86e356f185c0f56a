"""The face of a brand (品牌形象): palette, name seal and cover, drawn from its name and colour alone."""
