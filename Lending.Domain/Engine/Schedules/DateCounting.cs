namespace Lending.Domain.Engine;

/// <summary>Where due dates come from: all counted from the seed, counted and then moved, or agreed on one by one.</summary>
internal enum DateCounting { OnGrid, Moved, Agreed }
