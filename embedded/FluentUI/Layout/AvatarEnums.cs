namespace Microsoft.FluentUI.AspNetCore.Components;

public enum AvatarColor { Neutral, Brand, Colorful }
public enum AvatarSize { Size16 = 16, Size20 = 20, Size24 = 24, Size28 = 28, Size32 = 32, Size36 = 36, Size40 = 40, Size48 = 48, Size56 = 56, Size64 = 64 }
