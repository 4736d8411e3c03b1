namespace Microsoft.FluentUI.AspNetCore.Components;

public enum MessageBarIntent { Success, Warning, Error, Info, Custom }
public enum MessageBarLayout { SingleLine, MultiLine, Notification }
public enum MessageBarShape { Rounded, Square }
public enum MessageBarAnimation { FadeIn, None }
public enum AriaLive { Polite, Assertive, Off }
public enum BadgeAppearance { Filled, Ghost, Outline, Tint }
public enum BadgeColor { Brand, Danger, Important, Informative, Severe, Subtle, Success, Warning }
public enum BadgeShape { Circular, Rounded, Square }
public enum BadgeSize { Medium, Tiny, ExtraSmall, Small, Large, ExtraLarge }
public enum Positioning { AboveStart, Above, AboveEnd, BelowStart, Below, BelowEnd, BeforeTop, Before, BeforeBottom, AfterTop, After, AfterBottom }
