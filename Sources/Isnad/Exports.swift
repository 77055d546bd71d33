// A plugin names its manifest without importing the wire protocol by name.
@_exported public import IsnadWire
