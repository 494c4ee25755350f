"""Made from interface/interface.json by bindings/generator: do not edit."""
