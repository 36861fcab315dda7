/** What the engine reads and writes lives no longer than a call; swept often it takes little room. */
export const engineLimits = { maxYoungGenerationSizeMb: 4 }
