package shop.catalog;

import lombok.experimental.StandardException;

/** The catalogue could not be read or written. */
@StandardException
public class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
