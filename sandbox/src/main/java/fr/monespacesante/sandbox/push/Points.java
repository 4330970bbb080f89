package fr.monespacesante.sandbox.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;

/// Points of P-256 as the protocol writes them: 4, x, y.
final class Points {
    private Points() {}

    static ECPublicKey key(byte[] point) throws GeneralSecurityException {
        if (point.length != 65 || point[0] != 4) {
            throw new GeneralSecurityException("not an uncompressed point");
        }
        try {
            return new ECKey.Builder(
                            Curve.P_256,
                            Base64URL.encode(Arrays.copyOfRange(point, 1, 33)),
                            Base64URL.encode(Arrays.copyOfRange(point, 33, 65)))
                    .build()
                    .toECPublicKey();
        } catch (JOSEException | IllegalStateException e) {
            throw new GeneralSecurityException("no point of the curve", e);
        }
    }

    static byte[] bytes(ECPublicKey key) {
        ECKey named = new ECKey.Builder(Curve.P_256, key).build();
        byte[] point = new byte[65];
        point[0] = 4;
        System.arraycopy(named.getX().decode(), 0, point, 1, 32);
        System.arraycopy(named.getY().decode(), 0, point, 33, 32);
        return point;
    }
}
